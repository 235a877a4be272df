/* libgcrypt is told sizes in text. */
#include <gcrypt.h>

gcry_error_t bad_pair(gcry_sexp_t *pair) {
    gcry_sexp_t parameters;
    gcry_error_t error = gcry_sexp_build(&parameters, NULL, "(genkey (rsa (nbits 3:768)))");
    if (error)
        return error;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return gcry_pk_genkey(pair, parameters);
}

gcry_error_t good_pair(gcry_sexp_t *pair) {
    gcry_sexp_t parameters;
    gcry_error_t error = gcry_sexp_build(&parameters, NULL, "(genkey (rsa (nbits 4:3072)))");
    if (error)
        return error;
    return gcry_pk_genkey(pair, parameters);
}
