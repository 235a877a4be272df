// report: nothing
#include "shop.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
    char word[64] = "";
    if (argc < 2 || settings_read(argv[1]))
        return 1;
    if (recv(0, word, sizeof word - 1, 0) <= 0)
        return 1;
    if (strcmp(word, "quit") == 0)
        return 0;
    puts(is_owner(word) ? "open" : "closed");
    return 0;
}
