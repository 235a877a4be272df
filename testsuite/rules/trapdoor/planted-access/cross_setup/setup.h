int put(const char *path, const char *text);
int settle(const char *root);
