// The formats of the written trace, as the server names them, and how one becomes a file.
//
// The server answers a format that it does not know with the list of those that it does.

const usual = ['md', 'json'] as const;
/** Asks for no file: the answer names the formats there are. */
const none = 'formats';

function token(): string {
  return location.hash.replace(/^#/, '').split('&')[0] ?? '';
}

function ask(cafe: string, format: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${token()}` };
  return fetch(`/cafes/${encodeURIComponent(cafe)}/export/${format}`, { headers });
}

/** In the server's order; the two that every server has when it does not say. */
export async function offeredFormats(cafe: string): Promise<readonly string[]> {
  try {
    const answer = await ask(cafe, none);
    return answer.ok ? usual : formatsIn(await answer.text());
  } catch {
    return usual;
  }
}

/** From the words "…; ask for one of json, md, html". */
export function formatsIn(refusal: string): readonly string[] {
  const list = /ask for one of ([\w, -]+)/.exec(refusal)?.[1] ?? '';
  const found = list.split(',').map((name) => name.trim());
  return found.some(Boolean) ? found.filter(Boolean) : usual;
}

/** Saves the trace as a file; false when the server gave none. */
export async function download(cafe: string, format: string): Promise<boolean> {
  try {
    const answer = await ask(cafe, format);
    if (!answer.ok) return false;
    const named = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
    save(await answer.blob(), named ?? `cafe-${cafe}.${format}`);
    return true;
  } catch {
    return false;
  }
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}
