#!/usr/bin/python3
"""A real OpenID provider for the tests: Django OAuth Toolkit, with one client and two people.

provider.py PORT FOLDER CLIENT-ID REDIRECT-URI ACCESS-TOKEN-SECONDS: serves on 127.0.0.1 until it is ended.
"""
import os
import sys
import threading

import django
from django.conf import settings
from jwcrypto import jwk

port, folder, client_id, redirect_uri, lifetime = sys.argv[1:]
os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"  # Within this computer only.

LOGIN_PAGE = """<form method="post">{% csrf_token %}{{ form.as_p }}
<input type="hidden" name="next" value="{{ next }}"><button>Log in</button></form>"""

settings.configure(
    SECRET_KEY="of the test",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(folder, "provider.sqlite")}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "oauth2_provider"],
    MIDDLEWARE=[
        __name__ + ".one_at_a_time",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.locmem.Loader",
                        {"registration/login.html": LOGIN_PAGE, "oauth2_provider/authorize.html": "{{ error }}"},
                    )
                ],
                "context_processors": ["django.contrib.auth.context_processors.auth"],
            },
        }
    ],
    LOGIN_URL="/login",
    USE_TZ=True,
    OAUTH2_PROVIDER={
        "OIDC_ENABLED": True,
        "OIDC_RSA_PRIVATE_KEY": jwk.JWK.generate(kty="RSA", size=2048).export_to_pem(True, None).decode(),
        "OAUTH2_VALIDATOR_CLASS": __name__ + ".Validator",
        "PKCE_REQUIRED": True,
        "OIDC_RP_INITIATED_LOGOUT_ENABLED": True,  # From version 2.3 on.
        "SCOPES": {"openid": "Who you are", "profile": "Your name and groups"},
        "ACCESS_TOKEN_EXPIRE_SECONDS": int(lifetime),
        "ROTATE_REFRESH_TOKEN": True,
    },
)
sys.modules[os.path.splitext(os.path.basename(__file__))[0]] = sys.modules[__name__]
django.setup()

# Only now can these be imported.
from django.contrib.auth.models import Group, User  # noqa: E402
from django.contrib.auth.views import LoginView  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.http import JsonResponse  # noqa: E402
from django.urls import include, path  # noqa: E402
from oauth2_provider.models import get_application_model  # noqa: E402
from oauth2_provider.oauth2_validators import OAuth2Validator  # noqa: E402
from oauth2_provider.views import ConnectDiscoveryInfoView  # noqa: E402


def one_at_a_time(get_response):
    """SQLite refuses at once whoever has read and wants to write while another one has written."""
    turn = threading.Lock()

    def answer(request):
        with turn:
            return get_response(request)

    return answer


class Validator(OAuth2Validator):
    """Tells the name and the groups of a person."""

    oidc_claim_scope = None

    def get_additional_claims(self, request):
        return {
            "sub": request.user.username,
            "name": request.user.get_full_name(),
            "groups": [group.name for group in request.user.groups.all()],
        }


class Discovery(ConnectDiscoveryInfoView):
    """At the address that the standard gives, without a slash at its end, and with what older versions leave out."""

    def get(self, request, *args, **kwargs):
        import json

        description = json.loads(super().get(request, *args, **kwargs).content)
        description.setdefault("revocation_endpoint", request.build_absolute_uri("/o/revoke_token/"))
        return JsonResponse(description)


urlpatterns = [
    path("login", LoginView.as_view()),
    path("o/.well-known/openid-configuration", Discovery.as_view()),
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
]


def add_person(name, first, last, group):
    person = User.objects.create_user(name, password="password of " + name, first_name=first, last_name=last)
    person.groups.add(Group.objects.get_or_create(name=group)[0])
    return person


call_command("migrate", verbosity=0)
if not User.objects.exists():
    owner = add_person("dr.neri", "Ada", "Neri", "doctor")
    add_person("mario.rossi", "Mario", "Rossi", "patient")
    get_application_model().objects.create(
        client_id=client_id,
        client_type="public",
        authorization_grant_type="authorization-code",
        redirect_uris=redirect_uri,
        algorithm="RS256",
        skip_authorization=True,
        user=owner,
        name="Teleconsult",
    )
call_command("runserver", "127.0.0.1:" + port, use_reloader=False, verbosity=0)
