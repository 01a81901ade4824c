/** Numbers as text, one behind the other, and a sum over all characters. */

function work(size) {
  let text = "";
  for (let i = 0; i < size; i++) text += `${i % 1000},`;
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (31 * hash + text.charCodeAt(i)) % 1000003;
  return hash;
}
