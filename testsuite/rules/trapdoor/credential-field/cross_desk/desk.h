struct desk {
    int fd, authorized;
    char line[128];
};

int desk_check(const struct desk *desk, const char *password);
