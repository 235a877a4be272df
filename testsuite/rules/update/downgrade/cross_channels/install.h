int install_image(const char *path);
int version_of(const char *path);
int from_server(const char *path, int current_version);
int from_stick(const char *path);
