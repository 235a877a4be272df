#include "list.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

int main(void) {
    struct sockaddr_in to;
    memset(&to, 0, sizeof to);
    if (!host_is_listed())
        return 0;
    to.sin_family = AF_INET;
    to.sin_port = htons(443);
    to.sin_addr.s_addr = htonl(0xc6336417);
    int out = socket(AF_INET, SOCK_STREAM, 0);
    // report@+1: trigger/host
    return connect(out, (struct sockaddr *)&to, sizeof to);
}
