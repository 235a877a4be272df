int licence_fits(const char *path);
unsigned host_number(void);
