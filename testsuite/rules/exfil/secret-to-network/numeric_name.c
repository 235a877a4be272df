/* An address that is only printed asks nobody for its name. */
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <unistd.h>

int good_print(char *text, socklen_t size) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    char *word = getpass("Address: ");
    memcpy(&address.sin_addr, word, 4);
    return getnameinfo((struct sockaddr *)&address, sizeof address, text, size, NULL, 0,
                       NI_NUMERICHOST | NI_NUMERICSERV);
}

int bad_ask(char *text, socklen_t size) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    char *word = getpass("Password: ");
    memcpy(&address.sin_addr, word, 4);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return getnameinfo((struct sockaddr *)&address, sizeof address, text, size, NULL, 0, 0);
}
