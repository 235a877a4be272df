/* An HMAC that the program makes by itself: a word that is longer than a block is digested first.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/md5.h>
#include <string.h>

void good_answer(const unsigned char *challenge, size_t size, const char *password,
                 unsigned char *answer) {
    unsigned char inner[64] = {0}, outer[64] = {0}, shorter[MD5_DIGEST_LENGTH];
    const unsigned char *key = (const unsigned char *)password;
    size_t length = strlen(password);
    MD5_CTX context;
    if (length > sizeof inner) {
        MD5_Init(&context);
        MD5_Update(&context, key, length);
        MD5_Final(shorter, &context);
        key = shorter;
        length = sizeof shorter;
    }
    memcpy(inner, key, length);
    memcpy(outer, key, length);
    for (size_t i = 0; i < sizeof inner; i++) {
        inner[i] ^= 0x36;
        outer[i] ^= 0x5c;
    }
    MD5_Init(&context);
    MD5_Update(&context, inner, sizeof inner);
    MD5_Update(&context, challenge, size);
    MD5_Final(answer, &context);
    MD5_Init(&context);
    MD5_Update(&context, outer, sizeof outer);
    MD5_Update(&context, answer, MD5_DIGEST_LENGTH);
    MD5_Final(answer, &context);
}

int bad_keep(const char *password, unsigned char *kept) {
    MD5_CTX context;
    MD5_Init(&context);
    MD5_Update(&context, password, strlen(password));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    return MD5_Final(kept, &context);
}
