#include "words.h"

#include <stddef.h>
#include <unistd.h>

int begin(void) {
    char room[16];
    const char *path = word_at(room);
    // report@+1: hidden/concealed-command
    return execl(path, path, (char *)NULL);
}
