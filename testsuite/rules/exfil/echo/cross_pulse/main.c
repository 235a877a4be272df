#include "beat.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(void) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(7007)};
    struct beat beat;
    int door = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(door, (struct sockaddr *)&here, sizeof here) || listen(door, 4))
        return 1;
    for (int peer; (peer = accept(door, NULL, NULL)) >= 0;)
        if (beat_read(peer, &beat) == 0)
            beat_answer(peer, &beat);
    return 0;
}
