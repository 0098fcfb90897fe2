import { createRequire } from 'node:module';

/** The family and weights that charts are written in. */
export const family = 'Inter';
export type Weight = 400 | 500 | 600;

const require = createRequire(import.meta.url);

/** Whole TTF files: resvg draws no text at all from .woff or .woff2, and does not say so. */
export const fontFiles: Record<Weight, string> = {
  400: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  500: require.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
  600: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};
