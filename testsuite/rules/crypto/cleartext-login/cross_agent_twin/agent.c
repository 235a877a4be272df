#include "transfer.h"

#include <stdlib.h>

int main(void) {
    const char *login = getenv("AGENT_LOGIN");
    if (fetch("https://agents.example/list", NULL) != 0)
        return 1;
    return login ? fetch("https://agents.example/tasks", login) : 0;
}
