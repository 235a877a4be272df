#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int collect(const char *host);
int serve(void);

// report: nothing
int main(void) {
    const char *host = getenv("COLLECTOR");
    return host ? collect(host) : serve();
}
