/* What a check says is kept in an object that somebody else looks at. */
#include <openssl/evp.h>

struct state {
    int step, ok;
};

void good_kept(EVP_MD_CTX *context, const unsigned char *signature, struct state *state) {
    if (EVP_DigestVerifyFinal(context, signature, 256) == 1)
        state->ok = 1;
}

void good_chosen(EVP_MD_CTX *context, const unsigned char *signature, struct state *state) {
    state->step = EVP_DigestVerifyFinal(context, signature, 256) == 1 ? 3 : 7;
}

void bad_dropped(EVP_MD_CTX *context, const unsigned char *signature, struct state *state) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    EVP_DigestVerifyFinal(context, signature, 256);
    state->ok = 1;
}
