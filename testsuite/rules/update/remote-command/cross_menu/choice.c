/* A name that is looked up, and a number. */
#include "menu.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int choice_read(int in, struct choice *choice) {
    char text[64] = "";
    if (recv(in, text, sizeof text - 1, 0) <= 0)
        return -1;
    char *colon = strchr(text, ':');
    if (!colon || (size_t)(colon - text) >= sizeof choice->name)
        return -1;
    *colon = 0;
    strcpy(choice->name, text);
    choice->level = strtol(colon + 1, NULL, 10);
    return 0;
}
