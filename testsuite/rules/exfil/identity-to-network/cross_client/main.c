#include "client.h"

int main(int argc, char **argv) {
    if (argc < 4)
        return 2;
    int out = client_open(argv[1], argv[2]);
    return out < 0 || client_register(out, argv[3]);
}
