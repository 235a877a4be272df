#include "panel.h"

#include <sys/socket.h>

int main(void) {
    int server = socket(AF_INET, SOCK_STREAM, 0), one;
    if (listen(server, 4))
        return 1;
    while ((one = accept(server, 0, 0)) >= 0) {
        struct request request = {0};
        if (request_read(one, &request) == 0)
            request_serve(one, &request);
    }
    return 0;
}
