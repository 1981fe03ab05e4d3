/**
 * What the page does with a script, and does not need: buttons that copy a fix. A page that came from disk or plain HTTP may
 * have no clipboard to write to; then the text is selected and copied as a reader would do it.
 */
export const script = `
'use strict';
const status = document.getElementById('status');
for (const button of document.querySelectorAll('button[data-copy]')) {
  const source = document.getElementById(button.dataset.copy);
  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(source);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };
  const tell = (text) => {
    status.textContent = text;
    button.textContent = text;
    setTimeout(() => {
      button.textContent = 'Copy';
      status.textContent = '';
    }, 2000);
  };
  const byHand = () => {
    select();
    tell(document.execCommand('copy') ? 'Copied' : 'Selected');
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(source.textContent).then(() => tell('Copied'), byHand);
  });
}
`;
