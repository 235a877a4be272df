int check_password_file(const char *user, const char *answer);
int check_password_server(const char *user, const char *answer);
int serve_user(unsigned method, const char *user, const char *answer);
