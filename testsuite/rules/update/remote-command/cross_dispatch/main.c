#include "dispatch.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

int main(void) {
    struct sockaddr_in any = {.sin_family = AF_INET};
    struct message message;
    int door = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(door, (struct sockaddr *)&any, sizeof any) || listen(door, 4))
        return 1;
    int in = accept(door, NULL, NULL);
    while (message_read(in, &message))
        for (int i = 0; i < 2; i++)
            if (strcmp(message.verb, entries[i].verb) == 0)
                entries[i].handle(&message);
    return 0;
}
