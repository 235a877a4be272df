struct login {
    const char *user, *stored;
    int valid;
};
int check_with_system(const struct login *login, const char *password);
int auth_by_password(const struct login *login, const char *password);
void tell_host(const char *user);
int take_logins(int (*next)(struct login *login, char *password));
