struct console {
    int fd, logged_in, superuser;
    char line[128];
};

void grant(struct console *console);
int is_service(const char *line);
int console_check(const char *line);
void console_line(struct console *console);
