#include "gate.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

void console(int connection) {
    static const char text[] = "welcome\n";
    send(connection, text, sizeof text - 1, 0);
}
