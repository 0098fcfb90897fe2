/** The form by which an operator's browser gets to `/jobs`. It loads nothing, and the token is in no address. */
export function signInPage({ isWrong }: { isWrong: boolean }): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'self'">
<title>Daybook's jobs</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; }
  input, button { font: inherit; padding: 0.3rem 0.6rem; }
</style>
<main>
<h1>Daybook's jobs</h1>
${isWrong ? '<p role="alert">That is not the token. It is the setting JOBS_TOKEN of this Daybook.</p>\n' : ''}<form method="post" action="/jobs/sign-in">
<p><label for="token">Token (JOBS_TOKEN)</label></p>
<p><input id="token" name="token" type="password" autocomplete="current-password" required autofocus></p>
<p><button>Sign in</button></p>
</form>
</main>
</html>
`;
}
