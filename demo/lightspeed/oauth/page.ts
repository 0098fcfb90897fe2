import type { World } from '../world/world.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const accounts = (worlds: readonly World[]): string => {
  const options = worlds.map(
    ({ account }) => `<option value="${escaped(account.accountID)}">${escaped(account.name)}</option>`,
  );
  return `<p><label>Account <select name="account">${options.join('')}</select></label></p>`;
};

/** What the merchant sees: who asks for what, and two buttons. The form goes back to the page's own address. */
export const consentPage = (
  clientID: string,
  scopes: readonly string[],
  worlds: readonly World[],
): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Local stand-in, not Lightspeed</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; }
  button { font: inherit; padding: .5rem 1.5rem; margin-right: .5rem; }
</style>
<main>
<p><strong>Local stand-in, not Lightspeed.</strong> Nothing here leaves this machine.</p>
<h1>Allow access to your account?</h1>
<p>The application <code>${escaped(clientID)}</code> asks for:</p>
<ul>${scopes.map((scope) => `<li><code>${escaped(scope)}</code></li>`).join('')}</ul>
<form method="post">
${accounts(worlds)}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>
</main>
</html>
`;
