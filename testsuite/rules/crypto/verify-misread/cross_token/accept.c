#include "token.h"

#include <stdio.h>

int token_accept(const unsigned char *token, size_t size, const unsigned char *signature) {
    if (!token_verify(token, size, signature)) {
        puts("rejected");
        return 0;
    }
    puts("accepted");
    return 1;
}
