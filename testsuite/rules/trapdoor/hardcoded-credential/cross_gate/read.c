#include "gate.h"

#include <string.h>
#include <sys/socket.h>

int visitor_read(int connection, struct visitor *visitor) {
    char line[96] = "";
    if (recv(connection, line, sizeof line - 1, 0) <= 0)
        return -1;
    char *space = strchr(line, ' ');
    if (!space)
        return -1;
    *space = 0;
    strncpy(visitor->name, line, sizeof visitor->name - 1);
    strncpy(visitor->word, space + 1, sizeof visitor->word - 1);
    return 0;
}
