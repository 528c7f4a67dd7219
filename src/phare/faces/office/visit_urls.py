from django.urls import path

from phare.faces.office import visits

urlpatterns = [
    path("", visits.visits, name="visits"),
    path("<int:pk>/", visits.visit, name="visit-answer"),
    path("<int:pk>/propose/", visits.propose, name="visit-answer-propose"),
    path("<int:pk>/agree/", visits.agree, name="visit-answer-agree"),
    path("<int:pk>/decline/", visits.decline, name="visit-answer-decline"),
]
