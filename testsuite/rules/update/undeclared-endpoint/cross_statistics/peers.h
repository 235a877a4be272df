struct peer {
    const char *host;
    unsigned short port;
};
extern const struct peer peers[3];
int open_peer(const struct peer *peer);
int post(int fd, const char *text);
