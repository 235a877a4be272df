/* Records on the heap, over TLS; and a handler out of a table. */
#include <openssl/ssl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct record {
    int32_t wanted;
    char *data;
};

static struct record *read_record(SSL *tls) {
    struct record *record = calloc(1, sizeof *record);
    if (record && SSL_read(tls, &record->wanted, sizeof record->wanted) <= 0) {
        free(record);
        return NULL;
    }
    return record;
}

int bad_record(SSL *tls) {
    struct record *record = read_record(tls);
    if (!record)
        return -1;
    record->data = malloc(64);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/echo]}}
    int sent = SSL_write(tls, record->data, record->wanted);
    free(record);
    return sent;
}

int good_record(SSL *tls) {
    struct record *record = read_record(tls);
    if (!record)
        return -1;
    record->data = malloc(64);
    int sent = -1;
    if (record->wanted >= 0 && record->wanted <= 64)
        sent = SSL_write(tls, record->data, record->wanted);
    free(record);
    return sent;
}

typedef int (*handler)(int peer, const unsigned char *request);

static int handle_read(int peer, const unsigned char *request) {
    static char notes[2048];
    size_t size = (size_t)request[2] << 8 | request[3];
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/echo]}}
    return send(peer, notes, size, 0) < 0;
}

static int handle_hello(int peer, const unsigned char *request) {
    static const char *const words[] = {"hello", "welcome"};
    const char *word = words[request[2] & 1];
    return send(peer, word, strlen(word), 0) < 0;
}

static const handler handlers[] = {handle_hello, handle_read};

int bad_request(int peer) {
    unsigned char request[4];
    if (recv(peer, request, sizeof request, 0) != sizeof request)
        return -1;
    return handlers[request[0] & 1](peer, request);
}

int good_hello(int peer) {
    unsigned char request[4];
    if (recv(peer, request, sizeof request, 0) != sizeof request)
        return -1;
    return handle_hello(peer, request);
}
