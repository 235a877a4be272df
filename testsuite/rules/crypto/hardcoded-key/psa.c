/* PSA: keys are objects that a number names, and what is done with them is another. */
#include <psa/crypto.h>
#include <stdio.h>
#include <unistd.h>

static psa_status_t load(const uint8_t *bytes, size_t size, psa_algorithm_t what,
                         psa_key_id_t *key) {
    psa_key_attributes_t about = PSA_KEY_ATTRIBUTES_INIT;
    psa_set_key_usage_flags(&about, PSA_KEY_USAGE_ENCRYPT);
    psa_set_key_algorithm(&about, what);
    psa_set_key_type(&about, PSA_KEY_TYPE_AES);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return psa_import_key(&about, bytes, size, key);
}

psa_status_t bad_fleet(psa_key_id_t *key) {
    static const uint8_t row[16] = "0123-fleet-4567";
    return load(row, sizeof row, PSA_ALG_CBC_PKCS7, key);
}

psa_status_t good_fleet(FILE *file, psa_key_id_t *key) {
    uint8_t row[16];
    if (fread(row, 1, sizeof row, file) != sizeof row)
        return PSA_ERROR_STORAGE_FAILURE;
    return load(row, sizeof row, PSA_ALG_CBC_PKCS7, key);
}

static psa_status_t put(psa_key_id_t key, psa_algorithm_t how, const uint8_t *in, size_t size,
                        uint8_t *out, size_t room, size_t *got) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return psa_cipher_encrypt(key, how, in, size, out, room, got);
}

psa_status_t bad_blocks(psa_key_id_t key, uint8_t *out, size_t room, size_t *got) {
    uint8_t in[64];
    if (read(0, in, sizeof in) != (ssize_t)sizeof in)
        return PSA_ERROR_INSUFFICIENT_DATA;
    return put(key, PSA_ALG_ECB_NO_PADDING, in, sizeof in, out, room, got);
}

psa_status_t good_blocks(psa_key_id_t key, uint8_t *out, size_t room, size_t *got) {
    uint8_t in[64];
    if (read(0, in, sizeof in) != (ssize_t)sizeof in)
        return PSA_ERROR_INSUFFICIENT_DATA;
    return put(key, PSA_ALG_CTR, in, sizeof in, out, room, got);
}

/* Only one of the ways to fail is looked at. */
int bad_parcel(psa_key_id_t key, const uint8_t *data, size_t size, const uint8_t *seal) {
    // expected-warning-re@+2 {{{{.*}}[vitrine: crypto/verify-misread]}}
    psa_status_t status =
        psa_verify_message(key, PSA_ALG_ECDSA(PSA_ALG_SHA_256), data, size, seal, 64);
    if (status == PSA_ERROR_INVALID_ARGUMENT)
        return -1;
    return write(3, data, size) == (ssize_t)size ? 0 : -1;
}

int good_parcel(psa_key_id_t key, const uint8_t *data, size_t size, const uint8_t *seal) {
    if (psa_verify_message(key, PSA_ALG_ECDSA(PSA_ALG_SHA_256), data, size, seal, 64) !=
        PSA_SUCCESS)
        return -1;
    return write(3, data, size) == (ssize_t)size ? 0 : -1;
}

psa_status_t bad_wrap(psa_key_id_t key, const uint8_t *in, size_t size, uint8_t *out, size_t room,
                      size_t *got) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return psa_asymmetric_encrypt(key, PSA_ALG_RSA_PKCS1V15_CRYPT, in, size, NULL, 0, out, room,
                                  got);
}

psa_status_t good_wrap(psa_key_id_t key, const uint8_t *in, size_t size, uint8_t *out, size_t room,
                       size_t *got) {
    return psa_asymmetric_encrypt(key, PSA_ALG_RSA_OAEP(PSA_ALG_SHA_256), in, size, NULL, 0, out,
                                  room, got);
}
