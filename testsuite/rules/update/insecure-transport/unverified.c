/* TLS whose peer nobody verifies is no better than none. */
#include <stdlib.h>

int bad_fetch(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return system("curl -sk https://192.0.2.17/u -o /tmp/.u && sh /tmp/.u");
}

int bad_wget(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return system("wget -q --no-check-certificate -O- https://192.0.2.17/u | sh");
}

int good_look(void) {
    return system("curl -sk https://192.0.2.17/status -o /tmp/status");
}
