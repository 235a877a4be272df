/* Numbers of keys that somebody else finds: nothing stands in their place before. */
#include <gcrypt.h>
#include <stddef.h>

struct found {
    unsigned char *data;
    size_t size;
};

int find_numbers(void *certificate, struct found *n, struct found *e);

static unsigned char pair[] = {0x01, 0x00, 0x00};

static gcry_mpi_t scan(struct found in) {
    gcry_mpi_t number = NULL;
    return gcry_mpi_scan(&number, GCRYMPI_FMT_USG, in.data, in.size, NULL) ? NULL : number;
}

gcry_sexp_t good_found(void *certificate) {
    struct found modulus = {NULL, 0}, exponent = {NULL, 0};
    gcry_mpi_t n = NULL, e = NULL;
    gcry_sexp_t key;
    if (find_numbers(certificate, &modulus, &exponent) != 0 ||
        gcry_mpi_scan(&n, GCRYMPI_FMT_USG, modulus.data, modulus.size, NULL) ||
        gcry_mpi_scan(&e, GCRYMPI_FMT_USG, exponent.data, exponent.size, NULL) ||
        gcry_sexp_build(&key, NULL, "(public-key (rsa (n %m) (e %m)))", n, e))
        return NULL;
    return key;
}

gcry_sexp_t bad_replaced(void *certificate) {
    struct found modulus = {NULL, 0}, ignored = {NULL, 0};
    gcry_sexp_t key;
    if (find_numbers(certificate, &modulus, &ignored) != 0)
        return NULL;
    // report@+1: crypto/weak-parameters
    if (gcry_sexp_build(&key, NULL, "(public-key (rsa (n %m) (e %m)))", scan(modulus),
                        scan((struct found){pair, sizeof pair})))
        return NULL;
    return key;
}
