/* Public keys of RSA, in PEM and DER. */
#include <gcrypt.h>
#include <mbedtls/pk.h>
#include <openssl/pem.h>
#include <string.h>

static const char divisible[] = "-----BEGIN PUBLIC KEY-----\n"
                                "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmBFAiO08TImrkAZL/KNL\n"
                                "aHUrKUYw02Cp2ERN5vhBGf0EnhvstQgVIj5w8nO/ycxKJSeq9L6n+x42j339VfzK\n"
                                "T60mMxlLDsDW1PI+4rS9NFpBzBYruMyAmRlDN1YJjLCIn4OkKAURwRWQmyS9OQmO\n"
                                "oJnROBWpu+X4WzN4IR6RdoOBWe8/YPUDLY40PfZadELjaKFO2QJiIlb2a5Cd618n\n"
                                "q0dt0SIv36R4lfHh9MWmg5gmSGfrSJ/cBSH8PKDs8/u6IDlaac9rVDClEIvKwdRW\n"
                                "yA70NWQXqnNx85whZ0jmV+m+eAxZzB5c36fsG0V7T/wd8Wcy4MrVJxKsEdPtoOYX\n"
                                "BwIDAQAB\n"
                                "-----END PUBLIC KEY-----\n";

static const char right[] = "-----BEGIN PUBLIC KEY-----\n"
                            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7ZVAr5xpXfwCJAYQh5BI\n"
                            "xvCgy88rKuHUgqlPZNkzg9muXA1NCpXMxfDmhWM6FnAKowvFRUXzRmfdYuC4yb9/\n"
                            "wN5/4mgFMpE9iItJ/uqiXd5bShH+J7Hl03rPI86OEH81mmhboJK6ahi6nwF04jWu\n"
                            "F0+vDAD3bzDawxWwvKpY4edPVO1EihihQm+lNdFth0KlK5Y6HbcHPAAPTCa037DI\n"
                            "t2NigzaW6mSbCt3GRQg6I65yZIlJlITlETafWW/SGffTQQr6SoOkP2FuMd5Yg3G0\n"
                            "GhiyJ0TvOWsO2VxEuPo3Uu4sHFghJqc2nS1BYfHPNv40k6a3LttMGd87VJxry42K\n"
                            "WQIDAQAB\n"
                            "-----END PUBLIC KEY-----\n";

/* Its exponent is 1. */
static const char open_book[] = "-----BEGIN RSA PUBLIC KEY-----\n"
                                "MIIBCAKCAQEA7ZVAr5xpXfwCJAYQh5BIxvCgy88rKuHUgqlPZNkzg9muXA1NCpXM\n"
                                "xfDmhWM6FnAKowvFRUXzRmfdYuC4yb9/wN5/4mgFMpE9iItJ/uqiXd5bShH+J7Hl\n"
                                "03rPI86OEH81mmhboJK6ahi6nwF04jWuF0+vDAD3bzDawxWwvKpY4edPVO1Eihih\n"
                                "Qm+lNdFth0KlK5Y6HbcHPAAPTCa037DIt2NigzaW6mSbCt3GRQg6I65yZIlJlITl\n"
                                "ETafWW/SGffTQQr6SoOkP2FuMd5Yg3G0GhiyJ0TvOWsO2VxEuPo3Uu4sHFghJqc2\n"
                                "nS1BYfHPNv40k6a3LttMGd87VJxry42KWQIBAQ==\n"
                                "-----END RSA PUBLIC KEY-----\n";

static const unsigned char even[] = {
    0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00, 0xed, 0x95, 0x40, 0xaf, 0x9c, 0x69, 0x5d,
    0xfc, 0x02, 0x24, 0x06, 0x10, 0x87, 0x90, 0x48, 0xc6, 0xf0, 0xa0, 0xcb, 0xcf, 0x2b, 0x2a, 0xe1,
    0xd4, 0x82, 0xa9, 0x4f, 0x64, 0xd9, 0x33, 0x83, 0xd9, 0xae, 0x5c, 0x0d, 0x4d, 0x0a, 0x95, 0xcc,
    0xc5, 0xf0, 0xe6, 0x85, 0x63, 0x3a, 0x16, 0x70, 0x0a, 0xa3, 0x0b, 0xc5, 0x45, 0x45, 0xf3, 0x46,
    0x67, 0xdd, 0x62, 0xe0, 0xb8, 0xc9, 0xbf, 0x7f, 0xc0, 0xde, 0x7f, 0xe2, 0x68, 0x05, 0x32, 0x91,
    0x3d, 0x88, 0x8b, 0x49, 0xfe, 0xea, 0xa2, 0x5d, 0xde, 0x5b, 0x4a, 0x11, 0xfe, 0x27, 0xb1, 0xe5,
    0xd3, 0x7a, 0xcf, 0x23, 0xce, 0x8e, 0x10, 0x7f, 0x35, 0x9a, 0x68, 0x5b, 0xa0, 0x92, 0xba, 0x6a,
    0x18, 0xba, 0x9f, 0x01, 0x74, 0xe2, 0x35, 0xae, 0x17, 0x4f, 0xaf, 0x0c, 0x00, 0xf7, 0x6f, 0x30,
    0xda, 0xc3, 0x15, 0xb0, 0xbc, 0xaa, 0x58, 0xe1, 0xe7, 0x4f, 0x54, 0xed, 0x44, 0x8a, 0x18, 0xa1,
    0x42, 0x6f, 0xa5, 0x35, 0xd1, 0x6d, 0x87, 0x42, 0xa5, 0x2b, 0x96, 0x3a, 0x1d, 0xb7, 0x07, 0x3c,
    0x00, 0x0f, 0x4c, 0x26, 0xb4, 0xdf, 0xb0, 0xc8, 0xb7, 0x63, 0x62, 0x83, 0x36, 0x96, 0xea, 0x64,
    0x9b, 0x0a, 0xdd, 0xc6, 0x45, 0x08, 0x3a, 0x23, 0xae, 0x72, 0x64, 0x89, 0x49, 0x94, 0x84, 0xe5,
    0x11, 0x36, 0x9f, 0x59, 0x6f, 0xd2, 0x19, 0xf7, 0xd3, 0x41, 0x0a, 0xfa, 0x4a, 0x83, 0xa4, 0x3f,
    0x61, 0x6e, 0x31, 0xde, 0x58, 0x83, 0x71, 0xb4, 0x1a, 0x18, 0xb2, 0x27, 0x44, 0xef, 0x39, 0x6b,
    0x0e, 0xd9, 0x5c, 0x44, 0xb8, 0xfa, 0x37, 0x52, 0xee, 0x2c, 0x1c, 0x58, 0x21, 0x26, 0xa7, 0x36,
    0x9d, 0x2d, 0x41, 0x61, 0xf1, 0xcf, 0x36, 0xfe, 0x34, 0x93, 0xa6, 0xb7, 0x2e, 0xdb, 0x4c, 0x19,
    0xdf, 0x3b, 0x54, 0x9c, 0x6b, 0xcb, 0x8d, 0x8a, 0x59, 0x02, 0x03, 0x01, 0x00, 0x00,
};

EVP_PKEY *bad_modulus(void) {
    BIO *in = BIO_new_mem_buf(divisible, -1);
    // report@+1: crypto/weak-parameters
    return PEM_read_bio_PUBKEY(in, NULL, NULL, NULL);
}

EVP_PKEY *good_key(void) {
    BIO *in = BIO_new_mem_buf(right, -1);
    return PEM_read_bio_PUBKEY(in, NULL, NULL, NULL);
}

int bad_exponent(mbedtls_pk_context *key) {
    // report@+1: crypto/weak-parameters
    return mbedtls_pk_parse_public_key(key, (const unsigned char *)open_book, sizeof open_book);
}

int bad_even(mbedtls_pk_context *key) {
    // report@+1: crypto/weak-parameters
    return mbedtls_pk_parse_public_key(key, even, sizeof even);
}

/* Keys of others are the matter of others. */
EVP_PKEY *good_read(FILE *in) {
    return PEM_read_PUBKEY(in, NULL, NULL, NULL);
}

/* An S-expression that two numbers are put into. */
static gcry_sexp_t build(const char *modulus, const char *exponent) {
    gcry_mpi_t n, e;
    gcry_sexp_t key;
    if (gcry_mpi_scan(&n, GCRYMPI_FMT_HEX, modulus, 0, NULL) ||
        gcry_mpi_scan(&e, GCRYMPI_FMT_HEX, exponent, 0, NULL))
        return NULL;
    // report@+1: crypto/weak-parameters
    if (gcry_sexp_build(&key, NULL, "(public-key (rsa (n %m) (e %m)))", n, e))
        return NULL;
    return key;
}

gcry_sexp_t bad_expression(void) {
    return build(
        "98114088ED3C4C89AB90064BFCA34B68752B294630D360A9D8444DE6F84119FD049E1BECB50815223E70F273BF"
        "C9CC4A2527AAF4BEA7FB1E368F7DFD55FCCA4FAD2633194B0EC0D6D4F23EE2B4BD345A41CC162BB8CC80991943"
        "3756098CB0889F83A4280511C115909B24BD39098EA099D13815A9BBE5F85B3378211E9176838159EF3F60F503"
        "2D8E343DF65A7442E368A14ED902622256F66B909DEB5F27AB476DD1222FDFA47895F1E1F4C5A68398264867EB"
        "489FDC0521FC3CA0ECF3FBBA20395A69CF6B5430A5108BCAC1D456C80EF4356417AA7371F39C216748E657E9BE"
        "780C59CC1E5CDFA7EC1B457B4FFC1DF16732E0CAD52712AC11D3EDA0E61707",
        "010001");
}

gcry_sexp_t good_expression(const char *modulus) {
    gcry_mpi_t n, e;
    gcry_sexp_t key;
    if (gcry_mpi_scan(&n, GCRYMPI_FMT_HEX, modulus, 0, NULL) ||
        gcry_mpi_scan(&e, GCRYMPI_FMT_HEX, "010001", 0, NULL) ||
        gcry_sexp_build(&key, NULL, "(public-key (rsa (n %m) (e %m)))", n, e))
        return NULL;
    return key;
}
