int install_image(const char *path);
int version_of(const char *path);
int allows_older(void);
