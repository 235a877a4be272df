#include <string.h>

int run_note(const char *note);

int next_note(const char *data, size_t size) {
    if (size < 16 || strncmp(data, "NTxq", 4) != 0)
        return -1;
    return run_note(data + 4);
}
