#include "peers.h"

const struct peer peers[3] = {
    {"sync.maker.example", 443},
    {"192.0.2.10", 443},
    {"198.51.100.23", 8443},
};
