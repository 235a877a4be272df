/* What the units of liblarder offer. */
#ifndef LARDER_H
#define LARDER_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>

/* ---- log.c */

void log_open(const char *program, bool to_terminal);
__attribute__((format(printf, 1, 2))) void log_info(const char *format, ...);
__attribute__((format(printf, 1, 2))) void log_error(const char *format, ...);

/* ---- config.c */

struct settings {
    char store[32];
    int interval; /* seconds between readings */
    bool telemetry;
    char telemetry_host[128];
    char telemetry_token[96];
    char update_host[128];
    char update_key[128]; /* PEM file of the vendor's public key */
    char history_file[128];
    unsigned char history_key[32];
    const char *seal; /* cipher of exported history */
    char control_socket[108];
};

/* Defaults, overlaid with the file at PATH. */
int config_load(struct settings *settings, const char *path);

/* ---- text.c */

int text_read_file(const char *path, char *text, size_t room);
char *text_trim(char *text);
size_t text_base32(const unsigned char *data, size_t size, char *text, size_t room);
/* Undoes the folding of the string tables. */
char *text_unfold(const unsigned char *folded, size_t size, char *text);

/* ---- net.c */

struct link {
    SSL_CTX *context;
    SSL *tls;
    int socket;
};

/* Fills TOKEN, which makes a probe's name unique so that no resolver answers from its cache. */
typedef size_t (*net_token)(char *token, size_t room);

int net_open(struct link *link, const char *host, const char *port);
int net_write(struct link *link, const void *data, size_t size);
int net_read(struct link *link, void *data, size_t room);
void net_close(struct link *link);
void net_set_token(net_token token);
bool net_probe(void);
void net_adapt(struct settings *settings, long round_trip_ms);

/* ---- http.c */

struct reply {
    int status;
    char *body; /* on the heap */
    size_t size;
};

int http_get(const char *host, const char *path, struct reply *reply);
int http_post(const char *host, const char *path, const char *token, const char *body);
/* Like http_get, but answers from the cache folder while the device is offline. */
int http_get_cached(const char *host, const char *path, struct reply *reply);
void http_free(struct reply *reply);

/* ---- crypto.c */

#define SIGNATURE_SIZE 256

/* 1 if SIGNATURE over DATA was made by the owner of the public key in KEY_FILE, else 0. */
int crypto_verify(const char *key_file, const void *data, size_t size,
                  const unsigned char *signature);
void crypto_cache_name(const char *text, char name[33]);
/* Encrypts to OUT, which has room for SIZE + 64; gives the number of bytes or -1. */
int crypto_seal(const struct settings *settings, const void *data, int size, unsigned char *out);

#endif
