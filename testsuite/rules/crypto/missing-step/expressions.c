/* libgcrypt is told by an S-expression how to pad. */
#include <gcrypt.h>
#include <stddef.h>

gcry_sexp_t bad_number(gcry_sexp_t receiver, gcry_mpi_t secret) {
    gcry_sexp_t data = NULL, out = NULL;
    if (gcry_sexp_build(&data, NULL, "(data (flags raw) (value %m))", secret))
        return NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    if (gcry_pk_encrypt(&out, data, receiver))
        out = NULL;
    gcry_sexp_release(data);
    return out;
}

static const char *const formats[] = {"(data (flags pkcs1) (value %b))"};

static int wrap(gcry_sexp_t *data, const unsigned char *key, int size) {
    return gcry_sexp_build(data, NULL, formats[0], size, key) ? -1 : 0;
}

gcry_sexp_t bad_session(gcry_sexp_t receiver, const unsigned char *key) {
    gcry_sexp_t data = NULL, out = NULL;
    if (wrap(&data, key, 32))
        return NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    if (gcry_pk_encrypt(&out, data, receiver))
        out = NULL;
    gcry_sexp_release(data);
    return out;
}

struct mail {
    gcry_sexp_t sealed, open;
};

int bad_mail(struct mail *mail, gcry_sexp_t own, gcry_mpi_t number) {
    if (gcry_sexp_build(&mail->sealed, NULL, "(enc-val (flags pkcs1) (rsa (a %m)))", number))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return gcry_pk_decrypt(&mail->open, mail->sealed, own) ? -1 : 0;
}

/* ---- Others ------------------------------------------------------------------------------ */

gcry_sexp_t good_session(gcry_sexp_t receiver, const unsigned char *key) {
    gcry_sexp_t data = NULL, out = NULL;
    if (gcry_sexp_build(&data, NULL, "(data (flags oaep) (hash-algo sha256) (value %b))", 32, key))
        return NULL;
    if (gcry_pk_encrypt(&out, data, receiver))
        out = NULL;
    gcry_sexp_release(data);
    return out;
}

/* A point of a curve takes no padding. */
gcry_sexp_t good_agreement(const char *point, gcry_mpi_t secret) {
    gcry_sexp_t data = NULL, key = NULL, out = NULL;
    if (gcry_sexp_build(&key, NULL, "(public-key (ecc (curve NIST P-256) (q %s)))", point) ||
        gcry_sexp_build(&data, NULL, "(data (flags raw) (value %m))", secret))
        return NULL;
    if (gcry_pk_encrypt(&out, data, key))
        out = NULL;
    gcry_sexp_release(data);
    gcry_sexp_release(key);
    return out;
}

/* Signatures with it have no such fault. */
gcry_sexp_t good_signature(gcry_sexp_t own, const unsigned char *digest) {
    gcry_sexp_t data = NULL, out = NULL;
    if (gcry_sexp_build(&data, NULL, "(data (flags pkcs1) (hash sha256 %b))", 32, digest))
        return NULL;
    if (gcry_pk_sign(&out, data, own))
        out = NULL;
    gcry_sexp_release(data);
    return out;
}

/* Whoever calls it says how. */
gcry_sexp_t good_choice(gcry_sexp_t receiver, gcry_sexp_t data) {
    gcry_sexp_t out = NULL;
    return gcry_pk_encrypt(&out, data, receiver) ? NULL : out;
}
