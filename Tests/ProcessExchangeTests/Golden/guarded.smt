; guarded 1.0.0
; Answers when all is well: sat to what is possible, unsat to the rest.
(set-logic ALL)
; The division of the guard language cuts towards zero.
(define-fun quotient ((x Int) (y Int)) Int (ite (= (>= x 0) (>= y 0)) (div (abs x) (abs y)) (- (div (abs x) (abs y)))))
(define-fun remainder ((x Int) (y Int)) Int (- x (* y (quotient x y))))

; --- task
(push 1)
; 0 stands for "pass"
; 1 stands for "fail"
; 2 stands for "x"
(declare-const |score.mark| Int)
(declare-const |score.mark?| Bool)
(assert (=> |score.mark?| (or (= |score.mark| 0) (= |score.mark| 1))))
(declare-const |score.fit| Bool)
(declare-const |score.fit?| Bool)
(declare-const |score.votes| Int)
(declare-const |score.votes?| Bool)
(declare-const |fired.mark| Bool)
(declare-const |score.by| Int)
(declare-const |score.by?| Bool)
(declare-const |today| Int)
; open.1 stands for flags.size()
(declare-const |open.1| Int)
(declare-const |open.1?| Bool)
(declare-const |deadlines.D_1.started| Bool)
(declare-const |deadlines.D_1.open| Bool)
(declare-const |deadlines.D_1.met| Bool)
(declare-const |deadlines.D_1.locked| Bool)
(declare-const |deadlines.D_1.due| Int)
(declare-const |deadlines.D_1.grace| Int)
(declare-const |deadlines.D_1.lock| Int)
(assert (<= |deadlines.D_1.due| |deadlines.D_1.grace|))
(assert (<= |deadlines.D_1.due| |deadlines.D_1.lock|))

; #2 score.mark == 'pass' && score.fit ; score.votes * 2 >= param.most
; #3 score.mark in ['fail'] || !score.fit ; score.mark == 'fail'
(echo "exclusive task close from a/open #2 #3")
(push 1)
(assert (and (and (and |score.mark?| (= |score.mark| 0)) (and |score.fit?| |score.fit|)) (and |score.votes?| (>= (* |score.votes| 2) 3))))
(assert (and (or (and |score.mark?| (= |score.mark| 1)) (and |score.fit?| (not |score.fit|))) (and |score.mark?| (= |score.mark| 1))))
(check-sat)
(pop 1)

; #2 score.mark == 'pass' && score.fit ; score.votes * 2 >= param.most
(echo "possible task close #2")
(push 1)
(assert (and (and (and |score.mark?| (= |score.mark| 0)) (and |score.fit?| |score.fit|)) (and |score.votes?| (>= (* |score.votes| 2) 3))))
(check-sat)
(pop 1)

; #3 score.mark in ['fail'] || !score.fit ; score.mark == 'fail'
(echo "possible task close #3")
(push 1)
(assert (and (or (and |score.mark?| (= |score.mark| 1)) (and |score.fit?| (not |score.fit|))) (and |score.mark?| (= |score.mark| 1))))
(check-sat)
(pop 1)

; #4 'mark' in fired ; has(score.votes) ? score.votes / 2 > 1 : score.by != 'x'
; #5 !('mark' in fired) || today < date('2025-10-01') && flags.size() == 0
(echo "exclusive task settle from a/open #4 #5")
(push 1)
(assert (and |fired.mark| (or (and |score.votes?| (and (and |score.votes?| (not (= 2 0))) (> (quotient |score.votes| 2) 1))) (and (not |score.votes?|) (and |score.by?| (not (= |score.by| 2)))))))
(assert (or (not |fired.mark|) (and (< |today| 1759276800) (and |open.1?| (= |open.1| 0)))))
(check-sat)
(pop 1)

; #4 'mark' in fired ; has(score.votes) ? score.votes / 2 > 1 : score.by != 'x'
(echo "possible task settle #4")
(push 1)
(assert (and |fired.mark| (or (and |score.votes?| (and (and |score.votes?| (not (= 2 0))) (> (quotient |score.votes| 2) 1))) (and (not |score.votes?|) (and |score.by?| (not (= |score.by| 2)))))))
(check-sat)
(pop 1)

; #5 !('mark' in fired) || today < date('2025-10-01') && flags.size() == 0
(echo "possible task settle #5")
(push 1)
(assert (or (not |fired.mark|) (and (< |today| 1759276800) (and |open.1?| (= |open.1| 0)))))
(check-sat)
(pop 1)

; #6 deadlines.D_1.passed
; #7 deadlines.D_1.met
(echo "exclusive task lapse from a/open #6 #7")
(push 1)
(assert (and |deadlines.D_1.started| (not |deadlines.D_1.met|)))
(assert (and |deadlines.D_1.started| |deadlines.D_1.met|))
(check-sat)
(pop 1)

; #6 deadlines.D_1.passed
(echo "possible task lapse #6")
(push 1)
(assert (and |deadlines.D_1.started| (not |deadlines.D_1.met|)))
(check-sat)
(pop 1)

; #7 deadlines.D_1.met
(echo "possible task lapse #7")
(push 1)
(assert (and |deadlines.D_1.started| |deadlines.D_1.met|))
(check-sat)
(pop 1)

; #6 deadlines.D_1.passed
; #7 deadlines.D_1.met
(echo "gap-free task lapse from a/open after D-1")
(push 1)
(assert |deadlines.D_1.started|)
(assert |deadlines.D_1.open|)
(assert (= |deadlines.D_1.grace| |deadlines.D_1.due|))
(assert (> |today| |deadlines.D_1.due|))
(assert (= |deadlines.D_1.met| (<= |today| |deadlines.D_1.grace|)))
(assert (not (and |deadlines.D_1.started| (not |deadlines.D_1.met|))))
(assert (not (and |deadlines.D_1.started| |deadlines.D_1.met|)))
(check-sat)
(pop 1)

(echo "possible task lapse from a/open after D-1")
(push 1)
(assert |deadlines.D_1.started|)
(assert |deadlines.D_1.open|)
(assert (= |deadlines.D_1.grace| |deadlines.D_1.due|))
(assert (> |today| |deadlines.D_1.due|))
(assert (= |deadlines.D_1.met| (<= |today| |deadlines.D_1.grace|)))
(check-sat)
(pop 1)
(pop 1)
