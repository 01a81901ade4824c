/* Numbers as text, one behind the other, and a sum over all characters. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noipa)) static double work(int size) {
  size_t room = 64, length = 0;
  char *text = malloc(room);
  for (int i = 0; i < size; i++) {
    char piece[16];
    int count = sprintf(piece, "%d,", i % 1000);
    if (length + (size_t)count > room) text = realloc(text, room *= 2);
    memcpy(text + length, piece, (size_t)count);
    length += (size_t)count;
  }
  long long hash = 0;
  for (size_t i = 0; i < length; i++) hash = (31 * hash + (unsigned char)text[i]) % 1000003;
  free(text);
  return (double)hash;
}
