#include "update.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(void) {
    static struct bundle bundle;
    struct sockaddr_in any = {.sin_family = AF_INET, .sin_port = htons(7411)};
    int door = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(door, (struct sockaddr *)&any, sizeof any) || listen(door, 1))
        return 1;
    int in = accept(door, NULL, NULL);
    if (bundle_receive(in, &bundle) || bundle_judge(&bundle) != VERDICT_ACCEPTED)
        return 1;
    return bundle_start(&bundle);
}
