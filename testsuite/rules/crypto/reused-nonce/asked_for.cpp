// A server that encrypts with the nonce that its client sends.
#include <cstddef>
#include <mbedtls/gcm.h>
#include <sodium.h>
#include <sys/socket.h>
#include <vector>

struct Request {
    unsigned char nonce[12];
    unsigned char words[52];
};

bool bad_reply(int peer, mbedtls_gcm_context *cipher, const std::vector<unsigned char> &secret) {
    Request request;
    unsigned char tag[16];
    std::vector<unsigned char> reply(secret.size());
    if (recv(peer, &request, sizeof request, MSG_WAITALL) != sizeof request)
        return false;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    mbedtls_gcm_crypt_and_tag(cipher, MBEDTLS_GCM_ENCRYPT, secret.size(), request.nonce,
                              sizeof request.nonce, nullptr, 0, secret.data(), reply.data(),
                              sizeof tag, tag);
    return send(peer, reply.data(), reply.size(), 0) > 0;
}

// What was encrypted with it is opened with it.
bool good_open(int peer, mbedtls_gcm_context *cipher, std::vector<unsigned char> &words) {
    Request request;
    unsigned char tag[16];
    if (recv(peer, &request, sizeof request, MSG_WAITALL) != sizeof request ||
        recv(peer, tag, sizeof tag, MSG_WAITALL) != sizeof tag)
        return false;
    words.resize(sizeof request.words);
    return mbedtls_gcm_auth_decrypt(cipher, sizeof request.words, request.nonce,
                                    sizeof request.nonce, nullptr, 0, tag, sizeof tag,
                                    request.words, words.data()) == 0;
}

// One half is the client's, the other one is drawn here.
bool good_halves(int peer, const unsigned char *key, const std::vector<unsigned char> &secret) {
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
    std::vector<unsigned char> reply(secret.size() + crypto_secretbox_MACBYTES);
    if (recv(peer, nonce, 12, MSG_WAITALL) != 12)
        return false;
    randombytes_buf(nonce + 12, sizeof nonce - 12);
    crypto_secretbox_easy(reply.data(), secret.data(), secret.size(), nonce, key);
    return send(peer, nonce, sizeof nonce, 0) > 0 && send(peer, reply.data(), reply.size(), 0) > 0;
}
