#ifndef TOKEN_H
#define TOKEN_H

#include <stddef.h>

int token_verify(const unsigned char *token, size_t size, const unsigned char *signature);
int token_accept(const unsigned char *token, size_t size, const unsigned char *signature);

#endif
