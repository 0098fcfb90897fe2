import type { z } from 'zod';

/** What a modal carries along, if it is what this version writes; undefined else: it comes from a person's own client. */
export function readMetadata<Shape>(
  shape: z.ZodType<Shape>,
  metadata: string | undefined,
): Shape | undefined {
  try {
    return shape.safeParse(JSON.parse(metadata ?? '')).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
