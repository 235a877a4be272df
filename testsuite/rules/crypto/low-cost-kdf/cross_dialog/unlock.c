#include "dialog.h"

#include <openssl/evp.h>
#include <string.h>

static int try_answer(struct dialog *dialog) {
    const char *answer = dialog->answer;
    return PKCS5_PBKDF2_HMAC(answer, (int)strlen(answer), dialog->attempt->salt, 16,
                             dialog->attempt->session->rounds, EVP_sha256(), 32, dialog->key);
}

int unlock(struct session *session, const unsigned char *salt) {
    struct attempt attempt = {session, salt};
    struct dialog dialog = {.check = try_answer, .attempt = &attempt};
    return ask(session, &dialog);
}
