/* The device's private key goes out in base64 over TLS; the certificate may. */
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <stdio.h>

#define KEY_FILE         "/etc/ssl/private/device.key"
#define CERTIFICATE_FILE "/etc/ssl/certs/device.pem"

static int slurp(const char *path, unsigned char *data, int room) {
    FILE *file = fopen(path, "rb");
    int used = 0;
    size_t got;
    if (!file)
        return -1;
    while (used < room && (got = fread(data + used, 1, (size_t)(room - used), file)) > 0)
        used += (int)got;
    fclose(file);
    return used;
}

static SSL *dial(const char *where) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL *tls = NULL;
    BIO *bio = context ? BIO_new_ssl_connect(context) : NULL;
    if (!bio)
        return NULL;
    BIO_get_ssl(bio, &tls);
    BIO_set_conn_hostname(bio, where);
    return BIO_do_connect(bio) == 1 ? tls : NULL;
}

int bad_enrol(void) {
    unsigned char key[4096], text[5600];
    int size = slurp(KEY_FILE, key, sizeof key);
    SSL *tls = dial("enrol.vendor.example:443");
    if (size <= 0 || !tls)
        return -1;
    int length = EVP_EncodeBlock(text, key, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return SSL_write(tls, text, length);
}

int good_enrol(void) {
    unsigned char certificate[4096], text[5600];
    int size = slurp(CERTIFICATE_FILE, certificate, sizeof certificate);
    SSL *tls = dial("enrol.vendor.example:443");
    if (size <= 0 || !tls)
        return -1;
    int length = EVP_EncodeBlock(text, certificate, size);
    return SSL_write(tls, text, length);
}
