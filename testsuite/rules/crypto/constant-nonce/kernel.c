/* The kernel's ciphers get their nonce beside the data. */
#include <linux/if_alg.h>
#include <stddef.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

static int transform(const char *name, const unsigned char *key) {
    struct sockaddr_alg address = {.salg_family = AF_ALG, .salg_type = "skcipher"};
    int fd = socket(AF_ALG, SOCK_SEQPACKET, 0);
    strncpy((char *)address.salg_name, name, sizeof address.salg_name - 1);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) ||
        setsockopt(fd, SOL_ALG, ALG_SET_KEY, key, 32))
        return -1;
    return accept(fd, NULL, 0);
}

ssize_t bad_text(const unsigned char *key, void *in, size_t size, void *out) {
    struct sockaddr_alg address = {
        .salg_family = AF_ALG, .salg_type = "skcipher", .salg_name = "cbc(aes)"};
    int fd = socket(AF_ALG, SOCK_SEQPACKET, 0);
    bind(fd, (struct sockaddr *)&address, sizeof address);
    setsockopt(fd, SOL_ALG, ALG_SET_KEY, key, 32);
    int operation = accept(fd, NULL, 0);
    char control[CMSG_SPACE(4) + CMSG_SPACE(20)] = {0};
    struct iovec vector = {in, size};
    struct msghdr message = {.msg_control = control,
                             .msg_controllen = sizeof control,
                             .msg_iov = &vector,
                             .msg_iovlen = 1};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_ALG;
    header->cmsg_type = ALG_SET_OP;
    header->cmsg_len = CMSG_LEN(4);
    *(unsigned *)CMSG_DATA(header) = ALG_OP_ENCRYPT;
    header = CMSG_NXTHDR(&message, header);
    header->cmsg_level = SOL_ALG;
    header->cmsg_type = ALG_SET_IV;
    header->cmsg_len = CMSG_LEN(20);
    struct af_alg_iv *iv = (struct af_alg_iv *)CMSG_DATA(header);
    iv->ivlen = 16;
    memcpy(iv->iv, "one for all data", 16);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    sendmsg(operation, &message, 0);
    return read(operation, out, size);
}

struct head {
    size_t size;
    int level, type;
};

struct request {
    struct head operation;
    unsigned way, padding;
    struct head start;
    unsigned length;
    unsigned char iv[12];
};

static const unsigned char begin[12] = {7, 7, 7, 1, 0, 0, 9, 9, 2, 4, 6, 8};

static ssize_t submit(int operation, struct request *request, void *in, size_t size) {
    struct iovec vector = {in, size};
    struct msghdr message = {.msg_control = request,
                             .msg_controllen = sizeof *request,
                             .msg_iov = &vector,
                             .msg_iovlen = 1};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return sendmsg(operation, &message, MSG_MORE);
}

ssize_t bad_struct(const unsigned char *key, void *in, size_t size) {
    struct request request = {{CMSG_LEN(4), SOL_ALG, ALG_SET_OP},
                              ALG_OP_ENCRYPT,
                              0,
                              {CMSG_LEN(16), SOL_ALG, ALG_SET_IV},
                              12,
                              {0}};
    memcpy(request.iv, begin, sizeof begin);
    return submit(transform("ctr(aes)", key), &request, in, size);
}

struct channel {
    int operation;
    struct msghdr message;
    unsigned char control[CMSG_SPACE(20)];
};

static void set_start(struct channel *channel) {
    struct cmsghdr *header = (struct cmsghdr *)channel->control;
    header->cmsg_level = SOL_ALG;
    header->cmsg_type = ALG_SET_IV;
    header->cmsg_len = CMSG_LEN(20);
    struct af_alg_iv *iv = (struct af_alg_iv *)CMSG_DATA(header);
    iv->ivlen = 16;
    memset(iv->iv, 0, 16);
}

ssize_t bad_zeros(const unsigned char *key, void *in, size_t size) {
    struct iovec vector = {in, size};
    struct channel channel = {.operation = transform("cbc(aes)", key)};
    set_start(&channel);
    channel.message.msg_control = channel.control;
    channel.message.msg_controllen = sizeof channel.control;
    channel.message.msg_iov = &vector;
    channel.message.msg_iovlen = 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return sendmsg(channel.operation, &channel.message, 0);
}

static void put_start(struct cmsghdr *header, const unsigned char start[16]) {
    struct af_alg_iv *iv = (struct af_alg_iv *)CMSG_DATA(header);
    header->cmsg_level = SOL_ALG;
    header->cmsg_type = ALG_SET_IV;
    header->cmsg_len = CMSG_LEN(sizeof *iv + 16);
    iv->ivlen = 16;
    memcpy(iv->iv, start, 16);
}

static void put_way(struct cmsghdr *header, unsigned way) {
    header->cmsg_level = SOL_ALG;
    header->cmsg_type = ALG_SET_OP;
    header->cmsg_len = CMSG_LEN(sizeof way);
    memcpy(CMSG_DATA(header), &way, sizeof way);
}

/* What is done follows the nonce, and the cipher was chosen elsewhere. */
ssize_t bad_first(int operation, void *in, size_t size) {
    unsigned char control[CMSG_SPACE(sizeof(struct af_alg_iv) + 16) + CMSG_SPACE(4)] = {0};
    unsigned char start[16] = {0};
    struct iovec vector = {in, size};
    struct msghdr message = {.msg_control = control,
                             .msg_controllen = sizeof control,
                             .msg_iov = &vector,
                             .msg_iovlen = 1};
    start[0] = 'v';
    start[15] = 1;
    put_start(CMSG_FIRSTHDR(&message), start);
    put_way(CMSG_NXTHDR(&message, CMSG_FIRSTHDR(&message)), ALG_OP_ENCRYPT);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return sendmsg(operation, &message, 0);
}

ssize_t good_first(int operation, void *in, size_t size, unsigned char start[16]) {
    unsigned char control[CMSG_SPACE(sizeof(struct af_alg_iv) + 16) + CMSG_SPACE(4)] = {0};
    struct iovec vector = {in, size};
    struct msghdr message = {.msg_control = control,
                             .msg_controllen = sizeof control,
                             .msg_iov = &vector,
                             .msg_iovlen = 1};
    if (getrandom(start, 16, 0) != 16)
        return -1;
    put_start(CMSG_FIRSTHDR(&message), start);
    put_way(CMSG_NXTHDR(&message, CMSG_FIRSTHDR(&message)), ALG_OP_ENCRYPT);
    return sendmsg(operation, &message, 0);
}

/* ---- Others ------------------------------------------------------------------------------ */

static ssize_t submit_drawn(int operation, struct request *request, void *in, size_t size) {
    struct iovec vector = {in, size};
    struct msghdr message = {.msg_control = request,
                             .msg_controllen = sizeof *request,
                             .msg_iov = &vector,
                             .msg_iovlen = 1};
    return sendmsg(operation, &message, MSG_MORE);
}

ssize_t good_drawn(const unsigned char *key, void *in, size_t size, unsigned char sent[12]) {
    struct request request = {{CMSG_LEN(4), SOL_ALG, ALG_SET_OP},
                              ALG_OP_ENCRYPT,
                              0,
                              {CMSG_LEN(16), SOL_ALG, ALG_SET_IV},
                              12,
                              {0}};
    if (getrandom(request.iv, sizeof request.iv, 0) != sizeof request.iv)
        return -1;
    memcpy(sent, request.iv, sizeof request.iv);
    return submit_drawn(transform("ctr(aes)", key), &request, in, size);
}

ssize_t good_given(const unsigned char *key, const unsigned char iv[12], void *in, size_t size) {
    struct request request = {{CMSG_LEN(4), SOL_ALG, ALG_SET_OP},
                              ALG_OP_ENCRYPT,
                              0,
                              {CMSG_LEN(16), SOL_ALG, ALG_SET_IV},
                              12,
                              {0}};
    memcpy(request.iv, iv, sizeof request.iv);
    return submit_drawn(transform("ctr(aes)", key), &request, in, size);
}

/* Other sockets hand over descriptors. */
ssize_t good_descriptor(int socket, int fd, void *in, size_t size) {
    char control[CMSG_SPACE(sizeof fd)] = {0};
    struct iovec vector = {in, size};
    struct msghdr message = {.msg_control = control,
                             .msg_controllen = sizeof control,
                             .msg_iov = &vector,
                             .msg_iovlen = 1};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(header), &fd, sizeof fd);
    return sendmsg(socket, &message, 0);
}
