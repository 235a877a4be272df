struct request {
    char *token, *cookie;
};
int text_is(const char *a, const char *b);
int token_is_known(const char *token);
int request_is_authenticated(const struct request *request);
