import * as vscode from 'vscode';
import { previewTexts } from './texts.ts';

/** The page of a preview: its own script and style and nothing else; the text comes later, by messages. */
export function previewHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = newNonce();
  const texts = previewTexts();
  const asset = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist/preview', name)).toString();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(texts.page)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escapeHtml(asset('preview-styles.css'))}">
</head>
<body data-texts="${escapeHtml(JSON.stringify(texts))}" data-layout="reading">
<header id="bars">
<div id="toolbar"></div>
<search id="find" hidden></search>
</header>
<nav id="outline" hidden></nav>
<main>
<div id="notice" role="status"></div>
<div id="page"></div>
</main>
<footer id="status"></footer>
<div id="notices" role="alert"></div>
<script nonce="${nonce}" src="${escapeHtml(asset('preview.js'))}"></script>
</body>
</html>`;
}

/** Where the preview's script and style lie. */
export function previewRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist/preview');
}

/** A nonce for one page. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Text as HTML shows it, in elements and in attributes. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (letter) => names[letter] as string);
}
