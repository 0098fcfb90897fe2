// The same sales through npm `lightspeed-retail-sdk`, summed in the simplest loop (floats, as its users would).
import LightspeedRetailSDK from '../peers/node_modules/lightspeed-retail-sdk/dist/index.mjs';

console.log = () => undefined;
console.warn = () => undefined;
const [url, count] = process.argv.slice(2);
// The class it extends holds the address, and each endpoint takes a copy of it.
Object.getPrototypeOf(LightspeedRetailSDK).BASE_URL = `${url}/${count}/API/V3/Account`;
const sdk = new LightspeedRetailSDK({
  accountID: '1',
  clientID: 'bench',
  clientSecret: 'bench',
  refreshToken: 'bench',
  tokenStorage: {
    getTokens: async () => ({
      access_token: 'bench',
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    }),
    setTokens: async () => undefined,
  },
});
const started = performance.now();
const sales = await sdk.getSales({ completed: 'true' });
let gross = 0;
let tax = 0;
for (const sale of sales) {
  gross += Number.parseFloat(sale.total);
  tax += Number.parseFloat(sale.calcTax1) + Number.parseFloat(sale.calcTax2);
}
const ms = performance.now() - started;
const total = { gross: Math.round(gross * 100), tax: Math.round(tax * 100), sales: sales.length };
process.stdout.write(JSON.stringify({ ms, total, peak: process.resourceUsage().maxRSS * 1024 }));
