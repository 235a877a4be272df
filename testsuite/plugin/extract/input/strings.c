// A stack string that a loop decodes, copied and compared.
#include <string.h>
int check(const char *in)
{
    unsigned char enc[] = {0x21, 0x2f, 0x2e, 0x37, 0x00};
    char out[8];
    for (unsigned i = 0; i < sizeof enc; i++)
        out[i] = (char)(enc[i] ^ 0x42);
    if (strcmp(in, out) == 0 || !strncmp(in, "letmein", 7))
        return 1;
    char copy[32];
    strcpy(copy, in);
    strncat(copy, out, sizeof copy - strlen(copy) - 1);
    return memcmp(copy, "\x7f" "ELF\0\1", 6) == 0;
}
